/**
 * The OpenID provider for sites: authorization code with PKCE over pushed requests, tokens bound to a key or a certificate, one subject per
 * site. The protocol is that of the Nimbus SDK: its parsers, verifiers and answers; here stands what this gateway decides.
 */
package io.renkei.door.oidc.internal;
