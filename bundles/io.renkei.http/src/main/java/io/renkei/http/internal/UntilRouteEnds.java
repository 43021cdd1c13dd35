package io.renkei.http.internal;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** Keeps clients until a route is taken out of its context. */
public final class UntilRouteEnds extends RoutePolicySupport {

    private final Users.User user;

    public UntilRouteEnds(Users.User user) {
        this.user = user;
    }

    @Override
    public void onRemove(Route route) {
        user.close();
    }
}
