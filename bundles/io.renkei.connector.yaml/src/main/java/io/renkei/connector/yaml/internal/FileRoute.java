package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.api.spi.Lane;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SetHeaderDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.WhenDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.ProcessorEndpoint;
import org.apache.camel.support.ResourceHelper;

/**
 * The checked route of a file in a Camel context: read by Camel's own YAML DSL, with the steps of ours bound to this
 * instance. What Camel made of it is looked at once more: a definition of another class than those allowed is refused.
 */
final class FileRoute implements RoutesBuilder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Class<?>> ALLOWED = Set.of(
            ChoiceDefinition.class,
            LogDefinition.class,
            OtherwiseDefinition.class,
            SetHeaderDefinition.class,
            ToDefinition.class,
            WhenDefinition.class);

    private final Lane lane;
    private final CheckedRoute route;
    private final DispatchSteps steps;
    private final Supplier<RoutePolicy> keepsClients;

    /** @param keepsClients makes what keeps the clients of the steps until the route ends */
    FileRoute(Lane lane, CheckedRoute route, DispatchSteps steps, Supplier<RoutePolicy> keepsClients) {
        this.lane = lane;
        this.route = route;
        this.steps = steps;
        this.keepsClients = keepsClients;
    }

    private String id() {
        return lane.routePrefix() + ".dispatch";
    }

    @Override
    public void addRoutesToCamelContext(CamelContext camel) throws Exception {
        RouteBuilder builder = read(camel);
        for (RouteDefinition definition : builder.configureRoutes(camel).getRoutes()) {
            definition.getOutputs().forEach(output -> bind(output, camel));
            definition.routePolicy(keepsClients.get());
            definition.getOutputs().add(0, new ProcessDefinition(steps::open));
        }
        builder.addRoutesToCamelContext(camel);
    }

    /** JSON is YAML 1.2 in which each text has its quotes: Camel takes nothing for a number, a word or a tag. */
    private RouteBuilder read(CamelContext camel) throws Exception {
        ObjectNode from = NODES.objectNode();
        from.put("uri", lane.uri()).set("steps", route.steps());
        ObjectNode one = NODES.objectNode();
        one.putObject("route").put("id", id()).set("from", from);
        ArrayNode all = NODES.arrayNode().add(one);
        try (YamlRoutesBuilderLoader loader = new YamlRoutesBuilderLoader()) {
            loader.setCamelContext(camel);
            loader.build();
            return (RouteBuilder) loader.loadRoutesBuilder(ResourceHelper.fromString(id() + ".yaml", all.toString()));
        }
    }

    private void bind(NamedNode definition, CamelContext camel) {
        if (!ALLOWED.contains(definition.getClass())) {
            throw new IllegalStateException(definition.getClass().getName() + " is no step that was checked");
        }
        OptionalIdentifiedDefinition<?> identified = (OptionalIdentifiedDefinition<?>) definition;
        if (identified.hasCustomIdAssigned()) {
            identified.setId(id() + "." + identified.getId());
        }
        if (definition instanceof ToDefinition to && to.getUri().startsWith(CheckedRoute.SCHEME + ":")) {
            int number = Integer.parseInt(to.getUri().substring(CheckedRoute.SCHEME.length() + 1));
            to.setUri(null);
            to.setEndpoint(new ProcessorEndpoint(
                    id() + ":" + number, camel, steps.of(route.ours().get(number))));
        }
        definition.getChildren().forEach(child -> bind(child, camel));
    }

    @Override
    public void addTemplatedRoutesToCamelContext(CamelContext camel) {
        // A file has none: its template is filled before it is checked.
    }

    @Override
    public Set<String> updateRoutesToCamelContext(CamelContext camel) {
        throw new UnsupportedOperationException("the route host adds routes and takes them out");
    }
}
