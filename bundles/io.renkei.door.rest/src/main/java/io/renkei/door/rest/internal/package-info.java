/**
 * The REST door. {@code openapi.yaml} is the contract and was written first.
 *
 * <p>{@link io.renkei.door.rest.internal.Guard} stands before everything: it finds the caller by its client certificate,
 * the {@link io.renkei.door.rest.internal.Route} by the decoded path, the right by the role, and a place by the bounds, all
 * before a byte of the body is read. {@link io.renkei.door.rest.internal.Api} then hands a
 * {@link io.renkei.door.rest.internal.Call} to the route's handler: the caller, the few headers that
 * {@link io.renkei.door.rest.internal.HeaderFilter} lets through, and a body bounded in bytes and time. A handler answers
 * with an {@link io.renkei.door.rest.internal.Answer}; whatever is wrong becomes a problem document of RFC 9457.
 */
package io.renkei.door.rest.internal;
