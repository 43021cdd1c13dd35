/**
 * Health insurance societies (健康保険組合): a filing is a ZIP with KPFD0006.CSV, sent over REST with the gateway's seal. One
 * {@link io.renkei.connector.healthsociety.internal.SocietyInstance} per society. {@link
 * io.renkei.connector.healthsociety.internal.KpfdMapper} is pure; what it cannot write in JIS X 0208 is refused with item and
 * position and never replaced. The filing key is the idempotency key and the name under which a filing is asked about.
 */
package io.renkei.connector.healthsociety.internal;
