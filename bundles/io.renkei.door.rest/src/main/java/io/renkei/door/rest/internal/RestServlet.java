package io.renkei.door.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** Publishes the API on the HTTP whiteboard. Without the guard before it, it answers nothing. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=io.renkei.door.rest",
            "osgi.http.whiteboard.servlet.pattern=/v1/*"
        })
public final class RestServlet implements Servlet {

    private final Api api = new Api();

    @Override
    public void init(ServletConfig config) throws ServletException {
        api.init(config);
    }

    @Override
    public ServletConfig getServletConfig() {
        return api.getServletConfig();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        api.service(request, response);
    }

    @Override
    public String getServletInfo() {
        return "Renkei REST door";
    }

    @Override
    public void destroy() {
        api.destroy();
    }
}
