<?php
/**
 * Plugin Name: Parvis
 * Description: Colleagues like, comment, post and find each other on any page.
 * Version: 1.0
 * Requires at least: 5.8
 * Requires PHP: 7.4
 *
 * Copy this file to wp-content/plugins/parvis.php, activate it, and say in wp-config.php:
 *
 *   define( 'PARVIS_SERVER', 'https://social.example.org' );
 *   define( 'PARVIS_JWT_SECRET', '…' );  // The server's PARVIS_JWT_SECRET. Without it nobody is signed in silently.
 */

defined( 'ABSPATH' ) || exit;

/** The address of the server, without a slash at its end. */
function parvis_server() {
	return defined( 'PARVIS_SERVER' ) ? untrailingslashit( PARVIS_SERVER ) : 'https://social.example.org';
}

/** The widgets: loaded where a theme shows a page, and in the editor, which shows the blocks as they will be. */
function parvis_load() {
	$script = parvis_server() . '/parvis.js';
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'parvis', $script, array(), null );
	} else {
		// Before WordPress 6.5.
		echo '<script type="module" src="' . esc_url( $script ) . '"></script>' . "\n";
	}
}
add_action( 'wp_head', 'parvis_load', 1 );

/** Tells the widgets where to get a token for whoever is signed in to WordPress. */
function parvis_sign_in() {
	if ( ! defined( 'PARVIS_JWT_SECRET' ) ) {
		return;
	}
	$module = wp_json_encode( parvis_server() . '/parvis.js', JSON_UNESCAPED_SLASHES );
	$token  = wp_json_encode( admin_url( 'admin-ajax.php?action=parvis_token', 'relative' ), JSON_UNESCAPED_SLASHES );
	$script = "import { configureParvis } from $module;\n"
		. "configureParvis({ getToken: async () => (await fetch($token)).text() });";
	if ( function_exists( 'wp_print_inline_script_tag' ) ) {
		wp_print_inline_script_tag( $script, array( 'type' => 'module' ) );
	} else {
		echo "<script type=\"module\">$script</script>\n";
	}
}
add_action( 'wp_head', 'parvis_sign_in', 2 );

/** A token of ten minutes for whoever asks; nothing for the signed out. Other sites' pages cannot read it. */
function parvis_token() {
	nocache_headers();
	header( 'Content-Type: text/plain; charset=utf-8' );
	$user = wp_get_current_user();
	if ( ! $user->exists() || ! defined( 'PARVIS_JWT_SECRET' ) ) {
		exit;
	}
	$claims  = array(
		'iss'                => home_url(),
		'aud'                => 'parvis',
		'sub'                => (string) $user->ID,
		'preferred_username' => $user->user_login,
		'email'              => $user->user_email,
		'name'               => $user->display_name,
		'iat'                => time(),
		'exp'                => time() + 600,
	);
	$encode  = function ( $bytes ) {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	};
	$message = $encode( '{"alg":"HS256","typ":"JWT"}' ) . '.' . $encode( wp_json_encode( $claims ) );
	echo $message . '.' . $encode( hash_hmac( 'sha256', $message, PARVIS_JWT_SECRET, true ) );
	exit;
}
add_action( 'wp_ajax_parvis_token', 'parvis_token' );
add_action( 'wp_ajax_nopriv_parvis_token', 'parvis_token' );

/** The tags that there are, by the name of their shortcode, with the attributes that they take. */
function parvis_tags() {
	return array(
		'thread' => array( 'parvis-comment-thread', array( 'subject', 'order' ) ),
		'like'   => array( 'parvis-like-button', array( 'subject', 'variant' ) ),
		'count'  => array( 'parvis-comment-count', array( 'subject' ) ),
		'wall'   => array( 'parvis-activity-wall', array( 'wall', 'page-size' ) ),
		'people' => array( 'parvis-people-finder', array( 'query' ) ),
	);
}

/** The tag, about the post that it stands in unless an attribute says otherwise. */
function parvis_tag( $name, $attributes = array() ) {
	list( $tag, $known ) = parvis_tags()[ $name ];
	$html = '<' . $tag;
	if ( in_array( 'subject', $known, true ) && get_the_ID() ) {
		// The number stays when title, address or domain change.
		$attributes = (array) $attributes + array( 'subject' => 'post:' . get_the_ID() );
	}
	if ( 'wall' === $name ) {
		$attributes = (array) $attributes + array( 'wall' => 'company' );
	}
	foreach ( $known as $attribute ) {
		if ( isset( $attributes[ $attribute ] ) && '' !== $attributes[ $attribute ] ) {
			$html .= ' ' . $attribute . '="' . esc_attr( $attributes[ $attribute ] ) . '"';
		}
	}
	return $html . "></$tag>";
}

/** [parvis_thread], [parvis_like], [parvis_count], [parvis_wall wall="company"], [parvis_people]; and a block for each. */
function parvis_register() {
	foreach ( array_keys( parvis_tags() ) as $name ) {
		add_shortcode(
			'parvis_' . $name,
			function ( $attributes ) use ( $name ) {
				return parvis_tag( $name, $attributes );
			}
		);
		if ( function_exists( 'register_block_type' ) ) {
			register_block_type(
				'parvis/' . $name,
				array(
					'api_version'     => 2,
					'attributes'      => array_fill_keys( parvis_tags()[ $name ][1], array( 'type' => 'string' ) ),
					'render_callback' => function ( $attributes ) use ( $name ) {
						return '<div ' . get_block_wrapper_attributes() . '>' . parvis_tag( $name, $attributes ) . '</div>';
					},
				)
			);
		}
	}
}
add_action( 'init', 'parvis_register' );

/** The editor's side of the blocks: what they are called, a place for each, and its attributes beside it. */
function parvis_blocks() {
	$titles = array(
		'thread' => 'Parvis: discussion',
		'like'   => 'Parvis: like button',
		'count'  => 'Parvis: number of comments',
		'wall'   => 'Parvis: wall',
		'people' => 'Parvis: people finder',
	);
	$blocks = array();
	foreach ( parvis_tags() as $name => list( , $known ) ) {
		$blocks[ $name ] = array( 'title' => $titles[ $name ], 'attributes' => $known );
	}
	$script = <<<'JS'
const { blocks, blockEditor, components, element: { createElement: el } } = wp;
for (const [name, { title, attributes: known }] of Object.entries(parvisBlocks)) {
	const field = ({ attributes, setAttributes }, label) =>
		el(components.TextControl, { key: label, label, value: attributes[label] ?? '', onChange: (value) => setAttributes({ [label]: value }) });
	const edit = (props) =>
		el('div', blockEditor.useBlockProps(), title,
			el(blockEditor.InspectorControls, {}, el(components.PanelBody, {}, known.map((label) => field(props, label)))));
	const attributes = Object.fromEntries(known.map((label) => [label, { type: 'string' }]));
	blocks.registerBlockType('parvis/' + name, { apiVersion: 2, title, attributes, edit, icon: 'format-chat', category: 'widgets', save: () => null });
}
JS;
	wp_register_script( 'parvis-blocks', '', array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor' ), '1', true );
	wp_enqueue_script( 'parvis-blocks' );
	wp_add_inline_script( 'parvis-blocks', '{ const parvisBlocks = ' . wp_json_encode( $blocks ) . ";\n$script }" );
}
add_action( 'enqueue_block_editor_assets', 'parvis_blocks' );

/** A discussion below each article. Take this out where shortcodes and blocks are to say where it stands. */
function parvis_below_articles( $content ) {
	if ( ! is_singular( 'post' ) || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	if ( has_shortcode( $content, 'parvis_thread' ) || ( function_exists( 'has_block' ) && has_block( 'parvis/thread' ) ) ) {
		return $content;
	}
	// Themes give a box of its own the width of the text.
	return $content . '<div class="parvis">' . parvis_tag( 'like' ) . parvis_tag( 'thread' ) . '</div>';
}
add_filter( 'the_content', 'parvis_below_articles' );
