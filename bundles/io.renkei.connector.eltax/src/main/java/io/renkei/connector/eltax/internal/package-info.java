/**
 * eLTAX: 特別徴収切替届出書 (procedure 22) as XML of our own form ({@code urn:renkei:eltax:1}), sealed as a whole and sent over REST.
 * {@link io.renkei.connector.eltax.internal.EltaxMapper} is pure; a character outside JIS X 0208 is refused with item and
 * position and never replaced. The municipality code is the addressee. The filing key is the idempotency key and the name
 * under which a filing is asked about.
 */
package io.renkei.connector.eltax.internal;
