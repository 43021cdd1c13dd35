package io.renkei.notices.internal;

import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.format.zip.ZipLimits;
import io.renkei.format.zip.ZipPackages;
import io.renkei.ports.trust.PdfSignatures;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.trust.internal.TrustPdfSignatures;
import io.renkei.trust.internal.TrustXmlSignatures;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;

/** The examination of the gateway with its real verifiers, each with its defaults. */
final class Desk {

    private Desk() {}

    static Examination examination(
            TrustAnchors anchors,
            Supplier<List<OfficialDocumentReader>> readers,
            Supplier<AllowedSigners> signers,
            Supplier<Effect.Settings> effects) {
        SealCheck seals = new SealCheck(anchors, signers);
        XmlExamination xml =
                new XmlExamination((XmlSignatures) made(TrustXmlSignatures.class), seals, readers, effects);
        PdfExamination pdf = new PdfExamination((PdfSignatures) made(TrustPdfSignatures.class), seals, effects);
        return new Examination(xml, pdf, new ZipExamination(new ZipPackages(ZipLimits.DEFAULTS), xml, pdf));
    }

    private static Object made(Class<?> component) {
        try {
            Constructor<?> constructor = component.getConstructors()[0];
            Class<?> config = constructor.getParameterTypes()[0];
            return constructor.newInstance(Proxy.newProxyInstance(
                    config.getClassLoader(),
                    new Class<?>[] {config},
                    (proxy, method, arguments) -> method.getDefaultValue()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
