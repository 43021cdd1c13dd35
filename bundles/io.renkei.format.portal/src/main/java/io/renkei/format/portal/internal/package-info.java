/**
 * Reads the portal's own application XML. {@link io.renkei.format.portal.internal.PortalReader} is the service; {@link
 * io.renkei.format.portal.internal.ContentSchema} validates the verified element and turns every breach of the schema
 * into a fault without its value; {@link io.renkei.format.portal.internal.ContentReader} reads what is valid; {@link
 * io.renkei.format.portal.internal.AttachmentCheck} holds what was announced and signed against the files that came.
 */
package io.renkei.format.portal.internal;
