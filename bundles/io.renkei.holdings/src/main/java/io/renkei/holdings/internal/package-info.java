/**
 * What private delivery services (民間送達サービス) hold for a person. {@link io.renkei.holdings.internal.HoldingsService} is what pages
 * call; {@link io.renkei.holdings.internal.Asking} asks services side by side, so that a slow one holds up no other; {@link
 * io.renkei.holdings.internal.Fetching} makes one fetch with its record; {@link io.renkei.holdings.internal.Examiner} judges what came;
 * {@link io.renkei.holdings.internal.Collector} gathers the part of a bundle that one service has; {@link
 * io.renkei.holdings.internal.Rounds} hands out what is due. The link is asked for before a call and again before anything is released.
 */
package io.renkei.holdings.internal;
