package io.renkei.journal.jdbc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = "io.renkei.journal.jdbc",
        name = "Renkei journal",
        description = "State, journal, outbox and content in a database")
@interface JournalConfig {

    @AttributeDefinition(
            description = "The database. H2 needs dsync: before the path;"
                    + " PostgreSQL is jdbc:postgresql://host:5432/database.")
    String database_url() default "jdbc:h2:dsync:${karaf.data}/journal/journal";

    @AttributeDefinition(description = "The database user of the gateway.")
    String database_user() default "renkei";

    @AttributeDefinition(
            description = "Where the database password stands: file:/path (mode 600) or env:NAME."
                    + " For a new H2 file a random one is made there.")
    String database_password() default "file:${karaf.etc}/journal.password";

    @AttributeDefinition(description = "How many connections are kept open, 2 to 200.", min = "2", max = "200")
    int pool_size() default 16;

    @AttributeDefinition(
            description = "The longest wait for a connection in milliseconds, 250 to 60000.",
            min = "250",
            max = "60000")
    long pool_wait_millis() default 5000;

    @AttributeDefinition(
            description = "The file with the 32 bytes that wrap every case key (mode 600). Made on first start;"
                    + " keep a copy apart from the database, and give every node the same.")
    String master_key() default "file:${karaf.etc}/journal.master.key";

    @AttributeDefinition(
            description =
                    "Free bytes on the disk of an H2 file below which nothing new is accepted, 0 to 1099511627776."
                            + " 0 for no bound.",
            min = "0",
            max = "1099511627776")
    long disk_free_min_bytes() default 536_870_912;
}
