package io.renkei.holdings.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.holdings}; the keys {@code signer.<corporate number>} stand beside these. */
@ObjectClassDefinition(
        id = HoldingsConfig.PID,
        name = "Renkei holdings",
        description = "What private delivery services hold for a person, and the bundle of a year.")
@interface HoldingsConfig {

    String PID = "io.renkei.holdings";

    @AttributeDefinition(
            description =
                    "Ids of linked sites that are private delivery services, separated by commas, so that one without connector is named as missing. Those with a connector count anyway.")
    String services() default "";

    @AttributeDefinition(
            description = "How long a page waits for the services, in milliseconds, 100 to 60000.",
            min = "100",
            max = "60000")
    long answer_timeout_millis() default 10000;

    @AttributeDefinition(
            description =
                    "Most calls to one service at once, 1 to 32: for pages, and again for bundles and read receipts.",
            min = "1",
            max = "32")
    int parallel_calls() default 4;

    @AttributeDefinition(
            description = "Largest certificate that is taken, in bytes, 1024 to 16777216.",
            min = "1024",
            max = "16777216")
    long certificate_max_bytes() default 1048576;

    @AttributeDefinition(
            description = "Minutes after which a service that does not answer is missing in a bundle, 1 to 1440.",
            min = "1",
            max = "1440")
    long collect_give_up_minutes() default 15;

    @AttributeDefinition(
            description = "The longest pause between two tries at a service, in milliseconds, 100 to 3600000.",
            min = "100",
            max = "3600000")
    long longest_pause_millis() default 60000;

    @AttributeDefinition(description = "Hours after which a bundle is destroyed, 1 to 2160.", min = "1", max = "2160")
    long bundle_keep_hours() default 168;

    @AttributeDefinition(
            description = "Days for which a service is told that a document was opened, 1 to 365.",
            min = "1",
            max = "365")
    long receipt_give_up_days() default 30;

    @AttributeDefinition(
            description =
                    "Years for which the record of a fetch is kept, 1 to 30. As long as records of self-information (番号法23条); for these no law says [?].",
            min = "1",
            max = "30")
    int record_years() default 7;
}
