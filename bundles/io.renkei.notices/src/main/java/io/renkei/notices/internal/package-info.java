/**
 * Notices from ministries. {@link io.renkei.notices.internal.NoticeReceiver} stores what came, byte for byte, before
 * anybody is acknowledged. {@link io.renkei.notices.internal.Judge} decides: a seal that is not good, or that is not its
 * destination's, quarantines the notice; a good one whose filing is not known waits and is judged again; a good one whose
 * filing is known lies in the sender's inbox and brings the filing to its decision, in one transaction.
 */
package io.renkei.notices.internal;
