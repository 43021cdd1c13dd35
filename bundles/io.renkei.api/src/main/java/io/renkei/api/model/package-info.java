/**
 * The words of the gateway as records and sealed types.
 *
 * <p>One {@link io.renkei.api.model.ArrivalNumber application} has one or more {@link io.renkei.api.model.FilingKey
 * filings}; a filing goes to exactly one {@link io.renkei.api.model.DestinationId destination} and gathers any number
 * of {@link io.renkei.api.model.ReceiptNumber receipt numbers} there, none of which is ever overwritten. What never
 * changes: the number of an application, the keys of its filings, and every journal row that was once written.
 *
 * <p>All types are immutable and safe for use by several threads. A record that holds personal data prints its
 * identifiers only.
 */
@Version("0.3.0")
@Export
package io.renkei.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
