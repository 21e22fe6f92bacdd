<?php
/**
 * A discussion below each page of a MediaWiki (1.35 or later), for whoever is signed in to the wiki.
 *
 * Copy this folder to extensions/Parvis, and say at the end of LocalSettings.php:
 *
 *   $wgParvisServer = 'https://social.example.org';
 *   $wgParvisSecret = '…';  // The server's PARVIS_JWT_SECRET. Without it nobody is signed in silently.
 *   require_once "$IP/extensions/Parvis/Parvis.php";
 */

if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

$wgAutoloadClasses['ApiParvisToken'] = __DIR__ . '/ApiParvisToken.php';
$wgAPIModules['parvistoken'] = 'ApiParvisToken';

$wgHooks['BeforePageDisplay'][] = static function ( OutputPage $out ) {
	global $wgParvisServer, $wgParvisSecret;
	$module = json_encode( "$wgParvisServer/parvis.js", JSON_UNESCAPED_SLASHES );
	$script = "import { configureParvis } from $module;";
	if ( $wgParvisSecret ) {
		$token = json_encode( wfScript( 'api' ) . '?action=parvistoken&format=json', JSON_UNESCAPED_SLASHES );
		$script .= "\nconfigureParvis({ getToken: async () => (await (await fetch($token)).json()).parvistoken.token });";
	}
	$out->addHeadItem( 'parvis', "<script type=\"module\">$script</script>" );
};

$wgHooks['SkinAfterContent'][] = static function ( &$html, Skin $skin ) {
	$title = $skin->getTitle();
	$isRead = $skin->getRequest()->getVal( 'action', 'view' ) === 'view' && $title->exists() && $title->isContentPage();
	if ( $isRead ) {
		// The number stays when the page is moved.
		$subject = 'wiki:' . $title->getArticleID();
		$html .= Html::rawElement(
			'div',
			[ 'style' => 'padding: 1em' ],
			Html::element( 'parvis-like-button', [ 'subject' => $subject ] )
			. Html::element( 'parvis-comment-thread', [ 'subject' => $subject ] )
		);
	}
};
