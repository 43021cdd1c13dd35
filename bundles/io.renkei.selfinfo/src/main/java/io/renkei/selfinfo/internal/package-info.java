/**
 * Asks agencies for self-information (自己情報). {@link io.renkei.selfinfo.internal.Questions} splits a question into calls, one or several
 * per agency, and tells how it stands; {@link io.renkei.selfinfo.internal.Asker} works down the calls that are due, on any node, a bounded
 * number at once and at least one for each agency; {@link io.renkei.selfinfo.internal.Inquiry} is one call: who the person is there, the
 * access record, the question, and what is kept of the answer. An agency that is away, slow or not finished is asked again until the time
 * of the question is over; then its items have failed, with a code.
 */
package io.renkei.selfinfo.internal;
