package io.renkei.notices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = RetentionConfig.PID,
        name = "Renkei retention of notices",
        description = "What becomes of documents whose time to fetch is over, and of those that came into no inbox.")
@interface RetentionConfig {

    String PID = "io.renkei.notices.retention";

    @AttributeDefinition(
            description =
                    "How long a document is kept past its end before its bytes are destroyed, as P30D; one that nobody fetched is kept as long from the moment at which that was told. Empty: nothing is ever destroyed.")
    String erase_after() default "P30D";

    @AttributeDefinition(
            description =
                    "How long after its receipt a document is kept that came into no inbox (FORGED, DUPLICATE, ORPHAN), as P1Y; one that waits for its filing at least for orphan.days of io.renkei.notices. No law that sets it is known. Empty: none is ever destroyed.")
    String quarantine_after() default "P1Y";

    @AttributeDefinition(
            description =
                    "Pause between two looks for documents that are to be destroyed, in milliseconds, 10 to 86400000.",
            min = "10",
            max = "86400000")
    long erase_pause_millis() default 600_000;
}
