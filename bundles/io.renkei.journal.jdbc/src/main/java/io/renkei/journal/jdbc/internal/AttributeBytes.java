package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.AttributeNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values of self-information as the bytes that are encrypted: a version in one byte, then the list. A list is its length and its nodes; a
 * node is code, name, whether there is a value, the value, and the list of its children. Texts are UTF-8 with their length before them;
 * numbers are of four bytes, big-endian.
 */
final class AttributeBytes {

    private static final byte VERSION = 1;

    private AttributeBytes() {}

    static byte[] write(List<AttributeNode> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            list(out, values);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void list(DataOutputStream out, List<AttributeNode> values) throws IOException {
        out.writeInt(values.size());
        for (AttributeNode node : values) {
            text(out, node.code());
            text(out, node.name());
            out.writeBoolean(node.value().isPresent());
            text(out, node.value().orElse(""));
            list(out, node.children());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Of bytes that were opened with their key, so that they are those that were written. */
    static List<AttributeNode> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("JOURNAL-013: values of a version that this gateway does not know");
            }
            return list(in);
        } catch (IOException e) {
            throw new IllegalStateException("JOURNAL-013: values that end early", e);
        }
    }

    private static List<AttributeNode> list(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<AttributeNode> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String code = text(in);
            String name = text(in);
            boolean hasValue = in.readBoolean();
            String value = text(in);
            values.add(new AttributeNode(code, name, hasValue ? Optional.of(value) : Optional.empty(), list(in)));
        }
        return values;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
