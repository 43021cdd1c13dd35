package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One link of an application's hash chain. The digest covers the stored bytes of this row and the digest of the row
 * before, so that no row can be changed, dropped or put in later without being seen.
 *
 * @param sequence from 1, without gaps, within the application
 * @param filing whose row it is, or empty for the application's own
 * @param event what happened: a {@code FilingEvent} name, or a word of the application's own
 * @param detail the stored bytes: canonical JSON without personal data
 * @param previous the digest of the row before; of zeros for the first
 * @param digest this row's own
 */
public record JournalRow(
        ArrivalNumber application,
        long sequence,
        Instant at,
        Optional<FilingKey> filing,
        String event,
        String detail,
        Sha256 previous,
        Sha256 digest) {}
