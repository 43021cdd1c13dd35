package io.renkei.itests;

import io.renkei.api.model.SenderNumber;
import java.util.Optional;

/**
 * One application on its way in.
 *
 * @param number the sender's own
 * @param type of the content
 * @param content as it was sent
 * @param application its arrival number, if the gateway lived long enough to say it
 */
record Sent(SenderNumber number, String type, byte[] content, Optional<String> application) {}
