<?php

/** A token of ten minutes for whoever asks; an empty one for the signed out. Other sites' pages cannot read it. */
class ApiParvisToken extends ApiBase {
	public function execute() {
		$this->getMain()->setCacheMode( 'private' );
		$this->getResult()->addValue( null, 'parvistoken', [ 'token' => $this->token() ] );
	}

	private function token(): string {
		global $wgParvisSecret, $wgServer;
		$user = $this->getUser();
		if ( !$user->isRegistered() || !$wgParvisSecret ) {
			return '';
		}
		$claims = [
			'iss' => $wgServer,
			'aud' => 'parvis',
			'sub' => (string)$user->getId(),
			// The wiki writes names with spaces and a capital first letter: "Jean dupont" is jean.dupont here.
			'preferred_username' => str_replace( ' ', '.', mb_strtolower( $user->getName() ) ),
			'name' => $user->getRealName() ?: $user->getName(),
			'iat' => time(),
			'exp' => time() + 600,
		];
		if ( $user->isEmailConfirmed() ) {
			$claims += [ 'email' => $user->getEmail(), 'email_verified' => true ];
		}
		$encode = static function ( string $bytes ): string {
			return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
		};
		$message = $encode( '{"alg":"HS256","typ":"JWT"}' ) . '.' . $encode( json_encode( $claims ) );
		return $message . '.' . $encode( hash_hmac( 'sha256', $message, $wgParvisSecret, true ) );
	}

	public function getAllowedParams() {
		return [];
	}

	public function isInternal() {
		return true;
	}
}
