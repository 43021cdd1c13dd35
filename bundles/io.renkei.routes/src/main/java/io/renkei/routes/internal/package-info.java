/**
 * The route host. A connector service ({@link io.renkei.api.spi.Dispatcher}) becomes a {@link
 * io.renkei.routes.internal.LaneInstance}: its routes run in the Camel context of its bundle, its queue is read while its
 * destination answers, and each pointer is one {@link io.renkei.routes.internal.DispatchHandler attempt} that ends in
 * one written outcome. What an attempt left open is asked about by the polls. When the service goes, its queue is closed
 * first, what is under way ends, and then its routes go: an update loses nothing, because whatever was not begun is still
 * on the queue.
 */
package io.renkei.routes.internal;
