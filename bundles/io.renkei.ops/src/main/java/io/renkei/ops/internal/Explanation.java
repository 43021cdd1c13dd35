package io.renkei.ops.internal;

import io.renkei.ports.state.FilingView;

/**
 * One filing, in three sentences.
 *
 * @param stuck why it stands where it stands
 * @param machine what the gateway does next, and when
 * @param human what a person should do
 */
record Explanation(FilingView filing, String stuck, String machine, String human) {}
