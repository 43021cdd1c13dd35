package io.renkei.door.pages.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the pages on the HTTP whiteboard. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=io.renkei.door.pages",
            "osgi.http.whiteboard.servlet.pattern=/people/*"
        })
public final class PagesServlet implements Servlet {

    private final Front front;

    @Activate
    public PagesServlet(@Reference PagesDoor door) {
        this.front = door.front();
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        front.init(config);
    }

    @Override
    public ServletConfig getServletConfig() {
        return front.getServletConfig();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        front.service(request, response);
    }

    @Override
    public String getServletInfo() {
        return "Renkei pages";
    }

    @Override
    public void destroy() {
        front.destroy();
    }
}
