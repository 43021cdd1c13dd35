package io.renkei.door.soap.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the guard on the HTTP whiteboard. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=io.renkei.door.soap",
            "osgi.http.whiteboard.filter.pattern=/soap/*",
            "service.ranking:Integer=1000"
        })
public final class SoapFilter implements Filter {

    private final Guard guard;

    @Activate
    public SoapFilter(@Reference SoapDoor door) {
        this.guard = door.guard();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        guard.doFilter(request, response, chain);
    }
}
