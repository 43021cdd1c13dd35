package io.renkei.door.oidc.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Publishes the provider on the HTTP whiteboard; it stays while the provider comes and goes, and answers 503 meanwhile. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=io.renkei.door.oidc",
            "osgi.http.whiteboard.servlet.pattern=/oidc/*",
            "osgi.http.whiteboard.servlet.pattern=/.well-known/openid-configuration"
        })
public final class OidcServlet implements Servlet {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OidcComponent component;

    private final Door door;

    @Activate
    public OidcServlet() {
        this.door = new Door(this::provider, System::nanoTime);
    }

    private Optional<Provider> provider() {
        OidcComponent there = component;
        return there == null ? Optional.empty() : there.provider();
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        door.init(config);
    }

    @Override
    public ServletConfig getServletConfig() {
        return door.getServletConfig();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        door.service(request, response);
    }

    @Override
    public String getServletInfo() {
        return "Renkei OpenID provider";
    }

    @Override
    public void destroy() {
        door.destroy();
    }
}
