package io.renkei.notices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = AnnouncementsConfig.PID,
        name = "Renkei announcements",
        description = "Messages of agencies to many inboxes.")
@interface AnnouncementsConfig {

    String PID = "io.renkei.notices.announcements";

    @AttributeDefinition(
            description = "Most inboxes that one announcement may name, 1 to 1000000.",
            min = "1",
            max = "1000000")
    int inboxes_max() default 200_000;
}
