package io.renkei.ports.artefacts;

/** What an artefact is; the same secret of another kind is another artefact. */
public enum ArtefactKind {
    /** RFC 9126 */
    PUSHED_REQUEST,
    /** RFC 6749, section 4.1.2 */
    CODE,
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    /** An assertion or a proof that must not come again ({@code jti}). */
    SEEN
}
