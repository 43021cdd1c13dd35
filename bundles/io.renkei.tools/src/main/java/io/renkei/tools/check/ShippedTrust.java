package io.renkei.tools.check;

import io.renkei.ports.trust.XmlSignatures;
import io.renkei.trust.internal.TrustXmlSignatures;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;

/** The gateway's verifier of XML signatures with every bound at its default. */
public final class ShippedTrust {

    private ShippedTrust() {}

    /** The defaults stand once, in the annotation that is the verifier's configuration; here they are read from it. */
    public static XmlSignatures verifier() {
        Constructor<?> constructor = TrustXmlSignatures.class.getConstructors()[0];
        Class<?> configuration = constructor.getParameterTypes()[0];
        Object defaults = Proxy.newProxyInstance(
                configuration.getClassLoader(),
                new Class<?>[] {configuration},
                (proxy, method, arguments) -> method.getDefaultValue());
        try {
            return (XmlSignatures) constructor.newInstance(defaults);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the verifier of signatures cannot be made", e);
        }
    }
}
