/**
 * The one who seals. {@link io.renkei.sealer.internal.Sealing} makes batches, {@link io.renkei.sealer.internal.Stamping} has
 * their seals timestamped, oldest first, and {@link io.renkei.sealer.internal.Sealer} does both in turn while this node holds
 * the lease. A timestamp authority that is down stops nothing: what is sealed waits for it in the database.
 */
package io.renkei.sealer.internal;
