import java.awt.Color;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gephi.io.importer.api.ColumnDraft;
import org.gephi.io.importer.api.ContainerUnloader;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.NodeDraft;
import org.openide.util.Lookup;

/** Prints what Gephi's own importer finds in graph files: a line for each node, edge, complaint. */
public class GephiReads {
    private static final PrintStream OUT =
            new PrintStream(System.out, false, StandardCharsets.UTF_8);

    public static void main(String[] files) throws Exception {
        ImportController controller = Lookup.getDefault().lookup(ImportController.class);
        for (String file : files) {
            String ending = file.substring(file.lastIndexOf('.'));
            var reader = Files.newBufferedReader(Path.of(file));
            var found = controller.importFile(reader, controller.getFileImporter(ending));
            tellGraph(ending, found.getUnloader());
            for (Issue issue : found.getReport().getIssuesList(1000)) {
                tell(ending, "issue", issue.getLevel(), issue.getMessage());
            }
        }
        OUT.flush();
        System.exit(0); // threads of Gephi would keep the program alive
    }

    private static void tellGraph(String ending, ContainerUnloader graph) {
        for (NodeDraft node : graph.getNodes()) {
            Object type = null;
            for (ColumnDraft column : graph.getNodeColumns()) {
                if (column.getTitle().equals("type")) {
                    type = node.getValue(column.getId());
                }
            }
            Color colour = node.getColor();
            String rgb = colour == null ? "" : String.format("#%06x", colour.getRGB() & 0xffffff);
            tell(ending, "node", node.getId(), node.getLabel(), type, node.getX(), node.getY(), rgb);
        }
        for (EdgeDraft edge : graph.getEdges()) {
            String source = edge.getSource().getId();
            String target = edge.getTarget().getId();
            tell(ending, "edge", source, target, edge.getLabel(), edge.getDirection());
        }
    }

    private static void tell(Object... told) {
        OUT.println(String.join("\t", Arrays.stream(told).map(String::valueOf).toList()));
    }
}
