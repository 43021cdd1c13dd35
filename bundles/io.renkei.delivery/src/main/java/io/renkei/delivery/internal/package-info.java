/**
 * Notices are carried to a private delivery service (民間送達サービス) or into a company's own store, the bytes as the issuer sealed
 * them: {@link io.renkei.delivery.internal.Way} is the difference. {@link
 * io.renkei.delivery.internal.Courier} works down the list of one service; {@link io.renkei.delivery.internal.Letter} is what
 * a notice says beside its document; {@link io.renkei.delivery.internal.Standing} knows whether the service answers. A notice
 * is carried at least once, always with the same key, and lies in the portal's inbox whatever becomes of it here.
 */
package io.renkei.delivery.internal;
