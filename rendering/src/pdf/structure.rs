//! What a PDF tells those who cannot see it: which text is a heading, a point of a list, a link, and their order.

use crate::layout::Role;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// An element and what is in it.
struct Node {
    tag: &'static str,
    parent: Option<usize>,
    kids: Vec<Kid>,
}

enum Kid {
    Node(usize),
    /// Text on a page, by the number it is marked with there.
    Text(usize, usize),
    /// The area of a link.
    Area(ObjectId),
}

/// A piece of text.
pub(super) struct Piece<'a> {
    pub(super) page: usize,
    pub(super) block: usize,
    pub(super) role: Role,
    /// It is the mark of a point of a list.
    pub(super) is_mark: bool,
    /// Where it leads.
    pub(super) link: Option<&'a str>,
}

/// Grows with the pieces, in the order of reading.
#[derive(Default)]
pub(super) struct Structure {
    nodes: Vec<Node>,
    /// The element of each marked text, by page.
    marked: Vec<Vec<usize>>,
    /// The block that is being read: its number, its role, its element.
    block: Option<(usize, Role, usize)>,
    list: Option<usize>,
    /// The link that is being read.
    link: Option<(usize, String, usize)>,
    /// Where the last piece went: page and element.
    last: Option<(usize, usize)>,
    areas: Vec<usize>,
}

impl Structure {
    /// Takes a piece in. What its text is to be marked as (tag and number) when it begins a marked text; `None` when it
    /// goes on with the one before.
    pub(super) fn take(&mut self, piece: &Piece<'_>) -> Option<(&'static str, usize)> {
        let node = self.node(piece);
        if self.last == Some((piece.page, node)) {
            return None;
        }
        self.last = Some((piece.page, node));
        while self.marked.len() <= piece.page {
            self.marked.push(Vec::new());
        }
        let marked = self.marked.get_mut(piece.page)?;
        let number = marked.len();
        marked.push(node);
        let node = self.nodes.get_mut(node)?;
        node.kids.push(Kid::Text(piece.page, number));
        Some((node.tag, number))
    }

    /// Something else is drawn: what follows is marked anew.
    pub(super) fn interrupt(&mut self) {
        self.last = None;
    }

    /// Makes an area part of the link that was taken last; its number among all that have a parent.
    pub(super) fn area(&mut self, area: ObjectId, pages: usize) -> i64 {
        if let Some((_, _, link)) = self.link {
            self.areas.push(link);
            if let Some(node) = self.nodes.get_mut(link) {
                node.kids.push(Kid::Area(area));
            }
        }
        (pages + self.areas.len()) as i64 - 1
    }

    fn node(&mut self, piece: &Piece<'_>) -> usize {
        let block = match self.block {
            Some((block, _, node)) if block == piece.block => node,
            _ => self.begin(piece),
        };
        let within = if piece.role == Role::Bullet {
            let tag = if piece.is_mark { "Lbl" } else { "LBody" };
            self.child(block, tag)
        } else {
            block
        };
        match (&self.link, piece.link) {
            (_, None) => {
                self.link = None;
                within
            }
            (Some((of, known, node)), Some(url)) if *of == piece.block && known == url => *node,
            (_, Some(url)) => {
                let node = self.add("Link", Some(within));
                self.link = Some((piece.block, url.to_owned(), node));
                node
            }
        }
    }

    /// Begins a block.
    fn begin(&mut self, piece: &Piece<'_>) -> usize {
        let tag = match piece.role {
            Role::Title => "H1",
            Role::Heading => "H2",
            Role::Entry => "H3",
            Role::Text => "P",
            Role::Bullet => "LI",
        };
        let parent = if piece.role == Role::Bullet {
            let list = self.list.unwrap_or_else(|| self.add("L", None));
            self.list = Some(list);
            Some(list)
        } else {
            self.list = None;
            None
        };
        let node = self.add(tag, parent);
        self.block = Some((piece.block, piece.role, node));
        node
    }

    /// The child with this tag, made where there is none.
    fn child(&mut self, of: usize, tag: &'static str) -> usize {
        let known = self.nodes.get(of).and_then(|node| {
            node.kids.iter().find_map(|kid| match kid {
                Kid::Node(kid) if self.nodes.get(*kid)?.tag == tag => Some(*kid),
                _ => None,
            })
        });
        known.unwrap_or_else(|| self.add(tag, Some(of)))
    }

    fn add(&mut self, tag: &'static str, parent: Option<usize>) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node {
            tag,
            parent,
            kids: Vec::new(),
        });
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent)) {
            parent.kids.push(Kid::Node(node));
        }
        node
    }

    /// Writes the elements into a document; the root of them.
    pub(super) fn write(&self, document: &mut Document, pages: &[ObjectId]) -> ObjectId {
        let root = document.new_object_id();
        let whole = document.new_object_id();
        let ids: Vec<ObjectId> = self
            .nodes
            .iter()
            .map(|_| document.new_object_id())
            .collect();
        let reference = |node: &usize| ids.get(*node).map_or(Object::Null, |id| Object::from(*id));
        for (node, id) in self.nodes.iter().zip(&ids) {
            let kids = node
                .kids
                .iter()
                .map(|kid| kid.object(&ids, pages))
                .collect();
            let parent = node
                .parent
                .and_then(|parent| ids.get(parent))
                .unwrap_or(&whole);
            let element = dictionary! {
                "Type" => "StructElem", "S" => node.tag, "P" => *parent, "K" => Object::Array(kids),
            };
            document.objects.insert(*id, element.into());
        }
        let tops = self
            .nodes
            .iter()
            .zip(&ids)
            .filter(|(node, _)| node.parent.is_none());
        let tops: Vec<Object> = tops.map(|(_, id)| Object::from(*id)).collect();
        let element = dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => root, "K" => tops,
        };
        document.objects.insert(whole, element.into());
        let mut parents: Vec<Object> = Vec::new();
        for page in 0..pages.len() {
            let marked = self.marked.get(page).map_or(&[][..], Vec::as_slice);
            parents.push((page as i64).into());
            parents.push(Object::Array(marked.iter().map(reference).collect()));
        }
        for (index, area) in self.areas.iter().enumerate() {
            parents.push(((pages.len() + index) as i64).into());
            parents.push(reference(area));
        }
        let parents = document.add_object(dictionary! { "Nums" => parents });
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => whole,
            "ParentTree" => parents,
            "ParentTreeNextKey" => (pages.len() + self.areas.len()) as i64,
        };
        document.objects.insert(root, tree.into());
        root
    }
}

impl Kid {
    fn object(&self, ids: &[ObjectId], pages: &[ObjectId]) -> Object {
        let page = |page: &usize| {
            pages
                .get(*page)
                .map_or(Object::Null, |id| Object::from(*id))
        };
        let dictionary: Dictionary = match self {
            Self::Node(node) => {
                return ids.get(*node).map_or(Object::Null, |id| Object::from(*id));
            }
            Self::Text(on, number) => dictionary! {
                "Type" => "MCR", "Pg" => page(on), "MCID" => *number as i64,
            },
            Self::Area(area) => dictionary! { "Type" => "OBJR", "Obj" => *area },
        };
        dictionary.into()
    }
}
