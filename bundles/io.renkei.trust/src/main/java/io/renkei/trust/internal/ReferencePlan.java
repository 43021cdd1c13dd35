package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.trust.internal.SignatureForm.ReferenceForm;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.xml.security.signature.XMLSignatureByteInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.signature.XMLSignatureNodeInput;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverException;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What each reference of one signature means, decided before anything is digested: an element of the policy, the whole
 * document, or a file of the policy. As the resolver of XML security it hands out those very objects and looks nothing
 * up, so what was planned, what is digested and what is handed on are the same.
 */
final class ReferencePlan extends ResourceResolverSpi {

    private static final Pattern SCHEME_OR_PATH = Pattern.compile("[/\\\\:?#]|\\p{Cntrl}|^\\.\\.?$");

    private sealed interface Target {
        record Tree(Node node) implements Target {}

        record File(String name) implements Target {}
    }

    private final Policy policy;
    private final DocumentShape shape;
    private final Map<Attr, Target> targets = new IdentityHashMap<>();
    private final Set<Target> known = new HashSet<>();
    private final List<TrustFault> faults = new ArrayList<>();

    ReferencePlan(SignatureForm form, DocumentShape shape, Policy policy, String place) {
        this.policy = policy;
        this.shape = shape;
        for (int i = 0; i < form.references().size(); i++) {
            plan(form.references().get(i), place + "/Reference[" + (i + 1) + "]");
        }
        judgeCoverage(place);
    }

    List<TrustFault> faults() {
        return faults;
    }

    /** True when the reference with this URI attribute may be digested. */
    boolean isPlanned(Attr uri) {
        return targets.containsKey(uri);
    }

    private void plan(ReferenceForm reference, String place) {
        String uri = reference.uri().getValue();
        Optional<Target> target;
        if (uri.isEmpty()) {
            target = wholeDocument();
        } else if (uri.startsWith("#")) {
            target = decoded(uri.substring(1)).flatMap(this::element);
        } else {
            Optional<String> name = decoded(uri);
            if (name.isEmpty() || SCHEME_OR_PATH.matcher(name.get()).find()) {
                faults.add(TrustCode.REFERENCE_OUTSIDE.at(place));
                return;
            }
            target = name.filter(policy.files()::containsKey).map(Target.File::new);
            if (target.isPresent() && !reference.transforms().isEmpty()) {
                faults.add(TrustCode.TRANSFORM.at(place));
                return;
            }
        }
        if (target.isEmpty()) {
            faults.add(TrustCode.REFERENCE_UNKNOWN.at(place));
        } else if (!known.add(target.get())) {
            faults.add(TrustCode.REFERENCE_REPEATED.at(place));
        } else {
            targets.put(reference.uri(), target.get());
        }
    }

    /** A reference to the whole document stands for its root, where the root has to be signed. */
    private Optional<Target> wholeDocument() {
        return shape.elements().containsValue(shape.root())
                ? Optional.of(new Target.Tree(shape.root().getOwnerDocument()))
                : Optional.empty();
    }

    private Optional<Target> element(String id) {
        if (!shape.isUniqueId(id)) {
            return Optional.empty();
        }
        return shape.elements().values().stream()
                .filter(element -> id.equals(element.getAttributeNS(null, policy.idAttribute())))
                .map(element -> (Target) new Target.Tree(element))
                .findFirst();
    }

    private void judgeCoverage(String place) {
        for (Map.Entry<String, Element> wanted : shape.elements().entrySet()) {
            boolean covered = targets.values().stream()
                    .anyMatch(
                            target -> target instanceof Target.Tree tree && Dom.covers(tree.node(), wanted.getValue()));
            if (!covered) {
                faults.add(TrustCode.ELEMENT_NOT_COVERED.at(place + ": " + wanted.getKey()));
            }
        }
        Set<String> files = new HashSet<>();
        targets.values().forEach(target -> {
            if (target instanceof Target.File file) {
                files.add(file.name());
            }
        });
        int position = 0;
        for (String name : new TreeSet<>(policy.filesSigned())) {
            position++;
            if (!files.contains(name)) {
                faults.add(TrustCode.FILE_NOT_COVERED.at(place + ": file " + position));
            }
        }
    }

    @Override
    public boolean engineCanResolveURI(ResourceResolverContext context) {
        return true; // so that no other resolver is ever asked
    }

    @Override
    public XMLSignatureInput engineResolveURI(ResourceResolverContext context) throws ResourceResolverException {
        Target target = targets.get(context.attr);
        if (target instanceof Target.Tree tree) {
            XMLSignatureInput input = new XMLSignatureNodeInput(tree.node());
            input.setSecureValidation(true);
            input.setExcludeComments(true);
            return input;
        }
        if (target instanceof Target.File file) {
            return new XMLSignatureByteInput(policy.files().get(file.name()));
        }
        throw new ResourceResolverException("generic.EmptyMessage", new Object[] {"not planned"}, null, null);
    }

    /** Percent-decoded once, as UTF-8; empty when it cannot be. */
    private static Optional<String> decoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
