/**
 * Loads a running gateway and compares what one application costs there with the raw operations that it cannot do
 * without, measured in the same run.
 *
 * <p>The load is an open loop: each request has its intended time, and its latency counts from there, so that a gateway
 * that falls behind shows. The counting rule of {@link io.renkei.tools.bench.CountingRule} says which raw operations one
 * application needs.
 */
package io.renkei.tools.bench;
