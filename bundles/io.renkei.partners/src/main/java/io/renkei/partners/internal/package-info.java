/**
 * Who may call, by configuration, and how much at once.
 *
 * <p>Each file {@code io.renkei.partner-*.cfg} is one {@link io.renkei.partners.internal.PartnerFile}: a
 * {@link io.renkei.partners.internal.PartnerSettings} with the digests of its certificates.
 * {@link io.renkei.partners.internal.Directory} is the table of all of them, made anew at each change and then swapped; a
 * certificate or an id that two files claim belongs to neither. {@link io.renkei.partners.internal.Bounds} counts requests
 * and body bytes under way, for each partner and for the gateway, and outlives every change of configuration.
 */
package io.renkei.partners.internal;
