package io.renkei.catalogue.internal;

/**
 * One destination as destinations.yaml defines it.
 *
 * @param id with a star for all instances of a kind
 * @param connector which kind of connector serves it
 * @param retentionDays how long a filing is to be kept, or 0 for unknown
 * @param hours when it is open
 */
record Destination(String id, String nameJa, String connector, int retentionDays, ServiceHours hours) {}
