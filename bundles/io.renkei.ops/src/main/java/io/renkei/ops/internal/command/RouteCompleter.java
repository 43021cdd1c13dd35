package io.renkei.ops.internal.command;

import io.renkei.ports.lanes.LaneRoute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The routes of a lane. */
@Service
public final class RouteCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Stream.concat(Arrays.stream(LaneRoute.values()).map(LaneRoute::word), Stream.of("all"))
                .toList();
    }
}
