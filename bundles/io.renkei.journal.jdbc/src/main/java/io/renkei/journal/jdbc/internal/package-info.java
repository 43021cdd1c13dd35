/**
 * State, journal, outbox and content on JDBC.
 *
 * <p>One transaction per port call. Every change of an application first locks the row of its hash chain; only then
 * does it read or change its filings, then its notices, then anything else that belongs to it; several chains are locked
 * in the order of their numbers. The sweeps (leases, due times) do so too, and
 * skip a chain that is locked instead of waiting for it: so no two transactions can wait for one another.
 */
package io.renkei.journal.jdbc.internal;
