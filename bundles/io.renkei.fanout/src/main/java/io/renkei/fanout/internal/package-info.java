/**
 * From "accepted" to "queued". The {@link io.renkei.fanout.internal.Relay} puts what was committed on the bus; the
 * {@link io.renkei.fanout.internal.FanOut} makes each planned filing of an accepted application ready, and its pointer
 * goes to the queue of its destination by the same relay. Each step may be repeated: a second pointer of one row has
 * the same id and is dropped by the broker, a second fan-out finds no planned filing.
 */
package io.renkei.fanout.internal;
