package io.renkei.routes.internal;

/**
 * What all lanes of a node have in common.
 *
 * @param threads for what no lane has threads of its own
 * @param stops what is held or closed now
 * @param ending lanes that are going
 * @param awake polls of lanes that do not rest
 */
record Shared(Kernel kernel, Threads threads, Stops stops, EndingLanes ending, AwakePolls awake) {}
