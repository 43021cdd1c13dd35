package io.renkei.notices.internal;

import java.time.Duration;

/** For how long after its receipt a notice waits for its filing and is judged again, by the settings in use. */
interface Waiting {

    Duration longest();
}
