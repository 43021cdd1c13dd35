/**
 * Verifies XML signatures and certificate paths, and seals what the gateway says.
 *
 * <p>A document is parsed once, by {@link io.renkei.trust.internal.SafeXml}. {@link io.renkei.trust.internal.DocumentShape}
 * finds the elements that a policy names, {@link io.renkei.trust.internal.SignatureForm} admits a {@code ds:Signature}
 * only when it is written with the few parts and algorithms that are allowed, and
 * {@link io.renkei.trust.internal.ReferencePlan} decides, before anything is computed, which node or file each reference
 * means. XML security then digests exactly those objects. {@link io.renkei.trust.internal.CertificatePaths} judges the
 * signer's certificate at a stated time.
 */
package io.renkei.trust.internal;
