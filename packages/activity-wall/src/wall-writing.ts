// All that people do on a wall beside reading it, as one file for when the page has nothing else to do.
import './post-actions/parvis-post-actions.js';
import './post-editor/parvis-post-editor.js';
import './post-form/parvis-more-fields.js';
