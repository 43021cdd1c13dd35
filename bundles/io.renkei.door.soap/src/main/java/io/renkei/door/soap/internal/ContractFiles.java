package io.renkei.door.soap.internal;

import java.io.InputStream;
import java.net.URL;
import org.apache.cxf.resource.ResourceResolver;

/** Finds the contract's files in this bundle. CXF cannot follow a relative import from a bundle's URL by itself. */
final class ContractFiles implements ResourceResolver {

    private static final String FOLDER = "wsdl/";

    @Override
    public <T> T resolve(String name, Class<T> type) {
        URL file = find(name);
        return file != null && type.isInstance(file) ? type.cast(file) : null;
    }

    @Override
    public InputStream getAsStream(String name) {
        return find(name) == null ? null : ContractFiles.class.getClassLoader().getResourceAsStream(path(name));
    }

    private static URL find(String name) {
        return name == null || !name.matches(".*\\.(xsd|wsdl)")
                ? null
                : ContractFiles.class.getClassLoader().getResource(path(name));
    }

    private static String path(String name) {
        return FOLDER + name.substring(name.lastIndexOf('/') + 1);
    }
}
