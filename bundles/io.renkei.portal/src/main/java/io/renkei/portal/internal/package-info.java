/**
 * What was committed is told to the portal as CloudEvents 1.0. Several events travel as one batch with one detached
 * signature. An event is told at least once, with an id that never changes and a sequence that grows within its
 * application; several changes of one filing that wait together are told as one, with the state that it has now.
 */
package io.renkei.portal.internal;
