/**
 * Simulated ministries and a simulated portal, in a process of their own. All share one server with mutual TLS, one
 * {@link io.renkei.sandbox.internal.Ledger} of what was submitted, and one set of {@link
 * io.renkei.sandbox.internal.Faults}. A simulator answers below its path, writes the ledger before it answers, and
 * verifies what it is sent. How far a filing got follows from its time in the ledger, so that a restart forgets nothing.
 */
package io.renkei.sandbox.internal;
