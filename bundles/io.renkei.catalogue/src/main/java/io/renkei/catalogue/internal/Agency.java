package io.renkei.catalogue.internal;

/**
 * An agency that is asked for self-information.
 *
 * @param hours when it is open
 */
record Agency(String nameJa, ServiceHours hours) {}
