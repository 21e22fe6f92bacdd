// All that people do on a wall beside reading it, as one file for when the page has nothing else to do.
import './kinds/parvis-kind-field.js';
import './post-actions/parvis-post-actions.js';
import './post-actions/sending-post.js';
import './post-editor/parvis-post-editor.js';
import './post-form/parvis-link-field.js';
